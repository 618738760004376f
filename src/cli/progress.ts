// The progress bar on stderr: shown only when a job lasts longer than a second and somebody is looking.
import type { SingleBar } from "cli-progress";

/** A bar for one job. */
export interface Bar {
  /** Says how far the job is. */
  step(label: string, done: number, total: number): void;
  stop(): void;
}

const patience = 1000;

async function madeBar(): Promise<SingleBar> {
  const { default: progress } = await import("cli-progress");
  const options = { format: "{label} [{bar}] {value}/{total}", stream: process.stderr, clearOnComplete: true, hideCursor: true };
  return new progress.SingleBar(options, progress.Presets.shades_classic);
}

/** A bar that appears once the job has lasted a second; silent where stderr is no terminal. */
export function progressBar(started = Date.now()): Bar {
  let bar: SingleBar | undefined;
  let hasBegun = false;
  let hasStopped = false;
  return {
    step(label, done, total) {
      if (!process.stderr.isTTY) return;
      if (bar) {
        bar.setTotal(total);
        bar.update(done, { label });
      } else if (!hasBegun && Date.now() - started >= patience) {
        hasBegun = true;
        void madeBar().then((made) => {
          if (hasStopped) return;
          bar = made;
          bar.start(total, done, { label });
        });
      }
    },
    stop() {
      hasStopped = true;
      bar?.stop();
    },
  };
}
