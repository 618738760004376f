// Which keys and when the focus are the grid's: by itself it hears the keys of the whole page, takes Tab for an arrow, and takes the focus whenever a
// cell is selected, also while a person is in the pane.

/** Leaves the grid the keys that no other control has, and the focus where it is; Tab leads on from the grid, unless a cell is being edited. */
export function keepKeys(grid: HTMLRevoGridElement): void {
  const isElsewhere = (): boolean => {
    const { activeElement, body } = document;
    return activeElement !== null && activeElement !== body && !grid.contains(activeElement);
  };
  // The grid keeps a press of the mouse from moving the focus.
  grid.addEventListener("pointerdown", () => {
    if (isElsewhere()) grid.focus({ preventScroll: true });
  });
  grid.addEventListener("afterfocus", (event) => {
    if (isElsewhere()) event.preventDefault();
  });
  grid.addEventListener("beforekeydown", (event) => {
    const isLeaving = event.detail.original.key === "Tab" && !grid.querySelector("revogr-edit");
    if (isLeaving || isElsewhere()) event.preventDefault();
  });
}
