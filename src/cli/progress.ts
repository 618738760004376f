// The progress bar on stderr: shown only when a job lasts longer than a second and somebody is looking.
import { Presets, SingleBar } from "cli-progress";

/** A bar for one job. */
export interface Bar {
  /** Says how far the job is. */
  step(label: string, done: number, total: number): void;
  stop(): void;
}

const patience = 1000;

/** A bar that appears once the job has lasted a second; silent where stderr is no terminal. */
export function progressBar(started = Date.now()): Bar {
  let bar: SingleBar | undefined;
  return {
    step(label, done, total) {
      if (!process.stderr.isTTY) return;
      if (!bar) {
        if (Date.now() - started < patience) return;
        bar = new SingleBar(
          { format: "{label} [{bar}] {value}/{total}", stream: process.stderr, clearOnComplete: true, hideCursor: true },
          Presets.shades_classic,
        );
        bar.start(total, done, { label });
        return;
      }
      bar.setTotal(total);
      bar.update(done, { label });
    },
    stop() {
      bar?.stop();
    },
  };
}
