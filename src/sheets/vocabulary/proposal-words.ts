// What stands beside a school that the program proposes in a form (备注), until somebody has looked and takes it away.

/** A school of which only the township's name is known. */
export const usualNameProposed = "校名是推荐写法，请核对";

/** A school that bears the township's name. */
export const likelySchoolProposed = "按校名推荐，请核对";

/** Whether a remark says that nobody has looked yet. */
export function isProposal(remark: string | undefined): boolean {
  return remark === usualNameProposed || remark === likelySchoolProposed;
}
