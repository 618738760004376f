// The bar between the grid and the pane: dragged or moved with the arrow keys, it makes the pane wider or narrower.

const least = 270;
const most = 640;

/** Lets a bar set the width of the pane; the page's style sheet reads it as `--pane-width`. */
export function splitPage(bar: HTMLElement, label: string, width: number): void {
  let now = width;
  const set = (wanted: number): void => {
    now = Math.round(Math.min(most, Math.max(least, wanted)));
    document.documentElement.style.setProperty("--pane-width", `${now}px`);
    bar.ariaValueNow = String(now);
  };
  for (const named of [bar, bar.parentElement]) if (named) named.ariaLabel = label;
  bar.ariaValueMin = String(least);
  bar.ariaValueMax = String(most);
  set(width);
  bar.addEventListener("pointerdown", (event) => {
    bar.setPointerCapture(event.pointerId);
    const [from, at] = [event.clientX, now];
    const move = ({ clientX }: PointerEvent): void => set(at + from - clientX);
    bar.addEventListener("pointermove", move);
    bar.addEventListener("lostpointercapture", () => bar.removeEventListener("pointermove", move), { once: true });
  });
  bar.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") set(now + 10);
    if (key === "ArrowRight") set(now - 10);
  });
}
