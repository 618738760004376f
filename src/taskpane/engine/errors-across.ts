// Errors on their way between worker and pane: a refusal of the world keeps its code, detail and reason, which a message would lose.
import { type TransferHandler, transferHandlers } from "comlink";
import { type Refusal, WorkbookError } from "../../actions/workbook";
import { Cancelled } from "./cancelled";

type Travelling =
  | { readonly kind: "world"; readonly refusal: Refusal }
  | { readonly kind: "cancelled" }
  | { readonly kind: "bug"; readonly name: string; readonly message: string };

function packed(error: unknown): Travelling {
  if (error instanceof WorkbookError) return { kind: "world", refusal: error.refusal };
  if (error instanceof Cancelled) return { kind: "cancelled" };
  return error instanceof Error
    ? { kind: "bug", name: error.name, message: error.message }
    : { kind: "bug", name: "Error", message: String(error) };
}

function unpacked(error: Travelling): Error {
  if (error.kind === "world") return WorkbookError.from(error.refusal);
  if (error.kind === "cancelled") return new Cancelled();
  return Object.assign(new Error(error.message), { name: error.name });
}

/** Makes comlink carry our errors whole; both sides must call it once. */
export function carryErrors(): void {
  const own = transferHandlers.get("throw");
  if (!own) throw new RangeError("comlink has changed the way it throws");
  const carried: TransferHandler<{ readonly value: unknown }, Travelling> = {
    canHandle: (value): value is { readonly value: unknown } => own.canHandle(value),
    serialize: ({ value }) => [packed(value), []],
    deserialize: (error) => {
      throw unpacked(error);
    },
  };
  transferHandlers.set("throw", carried as TransferHandler<unknown, unknown>);
}
