// The page without Excel as one file: one program, which is the page or one of its workers, by the thread that it finds itself in.

const parts = {
  season: () => import(/* webpackMode: "eager" */ "./engine/season.worker"),
  scan: () => import(/* webpackMode: "eager" */ "./engine/scan.worker"),
  reader: () => import(/* webpackMode: "eager" */ "../xlsx/in-browser/reader.worker"),
};

// Nothing runs before it is there.
await (typeof document === "undefined" ? parts[self.name as keyof typeof parts]() : import(/* webpackMode: "eager" */ "./without-excel"));

export {};
