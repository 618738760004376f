// Waiting for Office: whether it came, and whether this Excel will do; it may be blocked, too old, or never answer.

/** Why the pane cannot stand on this Office; each has its sentence in the catalogue. */
export type OfficeTrouble = "office" | "slow" | "old" | "host";

const patienceMs = 10_000;

/** Resolves to what stands in the way; undefined when Excel is there and new enough. Never waits longer than ten seconds. */
export async function officeTrouble(): Promise<OfficeTrouble | undefined> {
  if (typeof Office === "undefined") return "office";
  const info = await Promise.race([Office.onReady(), new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs))]);
  if (!info) return "slow";
  if (info.host !== Office.HostType.Excel) return "host";
  return Office.context.requirements.isSetSupported("ExcelApi", "1.9") ? undefined : "old";
}
