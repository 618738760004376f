// The registers (送达登记, 还款台账, 上门记录, 特殊情况) in which what schools report is kept: listed here, with the entries each of them holds.
import type { FieldId, SheetRow } from "./field";

/** The entries of every register, in the order of the tabs. */
export const fillInsOf = {
  deliveries: ["deliveredOn", "deliveryMethod", "signedBy", "signerRelation", "deliveredBy", "note"],
  claims: ["repaymentStatus", "repaidOn", "repaid"],
  visits: ["visitedOn", "visitor", "metWith", "visitResult", "promisedOn", "note"],
  exceptions: ["exceptionKind", "exceptionNote"],
} as const satisfies Record<string, readonly FieldId[]>;

/** The id of a register; its tab has the same. */
export type Register = keyof typeof fillInsOf;

/** All registers. */
export const registerIds = Object.keys(fillInsOf) as readonly Register[];

/** Whether a register holds one row per contract; the other holds one per visit. */
export const isPerContract = (register: Register) => register !== "visits";

/** Something of each register. */
export function eachRegister<T>(of: (register: Register) => T): Readonly<Record<Register, T>> {
  return Object.fromEntries(registerIds.map((register) => [register, of(register)])) as Record<Register, T>;
}

/** The rows of the registers: what schools have reported so far; a `SeasonBook` has them. */
export type Registers = Readonly<Record<Register, readonly SheetRow[]>>;
