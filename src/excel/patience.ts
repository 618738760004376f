// Waits while the user types in a cell, looks at another workbook, or Excel asks for a pause; then the same work is tried again.
import { isLikelyInactive, waitReason } from "./errors";
import { type ExcelHost, type WaitReason } from "./host";

// Excel's limit on its own requests is not published; people's services recover within seconds.
const busyPauses = [1000, 2000, 4000, 8000];

/** How often a user is asked after before we give up: ten minutes of once a second. */
const longestWait = 600;

/** How often where it is only likely that another workbook is in front: half a minute. */
const likelyWait = 30;

/** The result of the work, tried again as long as there is something to wait for. */
export async function patiently<T>(host: ExcelHost, attempt: () => Promise<T>): Promise<T> {
  let told: WaitReason | undefined;
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const reason = waitReason(error);
      const pause = reason === "busy" ? busyPauses[tries] : tries < (isLikelyInactive(error) ? likelyWait : longestWait) ? 1000 : undefined;
      if (!reason || pause === undefined || host.signal?.aborted) throw error;
      if (reason !== told) host.onWait?.(reason);
      told = reason;
      await host.pause(pause);
    }
  }
}
