// The errors that Excel answers with: their codes are what programs branch on.

/** The HTTP status that goes with a code; Office.js derives its own when there is none. */
const statuses: Readonly<Record<string, number>> = {
  ItemNotFound: 404,
  ApiNotFound: 404,
  AccessDenied: 403,
  ItemAlreadyExists: 409,
  GeneralException: 500,
};

/** What a batch fails with. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    /** The member that failed, when it is another than the one at work. */
    readonly place?: string,
  ) {
    super(message);
    this.name = "HostError";
  }

  /** The HTTP status that Excel gives with the code. */
  get status(): number {
    return statuses[this.code] ?? 400;
  }
}

/** An object with this name or id is not in its collection. */
export function itemNotFound(): HostError {
  return new HostError("ItemNotFound", "There is no item with this name or id.");
}

/** The name is taken. */
export function itemAlreadyExists(): HostError {
  return new HostError("ItemAlreadyExists", "An item with this name exists already.");
}

/** An argument or a value has the wrong shape, size or form. */
export function invalidArgument(what: string): HostError {
  return new HostError("InvalidArgument", `The argument is not valid: ${what}.`);
}

/** Protection or a read-only member stands in the way. */
export function accessDenied(what: string): HostError {
  return new HostError("AccessDenied", `The operation is not allowed: ${what}.`);
}

/** The workbook's state does not permit the call. */
export function invalidOperation(what: string): HostError {
  return new HostError("InvalidOperation", `The operation is not valid now: ${what}.`);
}

/** The same of a member that is named in full, which is its place as well. */
export function notThere(member: string): HostError {
  return new HostError("ApiNotFound", `This host has no such member: ${member}`, member);
}

/** A member that this host does not have; the name is the message's end. */
export function apiNotFound(member: string): HostError {
  return new HostError("ApiNotFound", `This host has no such member: ${member}`);
}
