// What the client learns about Excel when it starts: platform, language, API sets, settings.

/** How a page sees Excel. */
export interface PageOptions {
  /** The language of Excel's own words and of the data. */
  readonly locale: string;
  /** API sets with their versions as text, such as `{ ExcelApi: "1.9" }`. */
  readonly requirements: Readonly<Record<string, string>>;
  /** Tells loads of the same page apart. */
  readonly session?: string;
  readonly documentUrl?: string;
  readonly addinName?: string;
  /** Whether the book is open for looking only. */
  readonly isReadOnly?: boolean;
}

/** The API sets of an Excel with this version of ExcelApi. The client files the events that came with 1.17 under ExcelApiOnline still. */
export function requirementsOf(api: string): PageOptions["requirements"] {
  const online = Number(api.split(".")[1]) >= 17 ? { ExcelApiOnline: "1.1" } : {};
  return { ExcelApi: api, DialogApi: "1.1", ...online };
}

/** Excel on the web, as it names itself: host, platform, version, language, correlation, dialog, logging, flags. */
export function hostInfo({ locale }: PageOptions): string {
  return ["Excel", "Web", "16.01", locale, "", "", "disableLogging", "1"].join("$");
}

/** The app context; the client wants every field. */
export function appContext(
  id: string,
  options: PageOptions,
  settings: readonly (readonly [string, string])[],
): Readonly<Record<string, unknown>> {
  return {
    _id: id,
    _appName: 16,
    _appVersion: 16,
    _appMinorVersion: 0,
    _appUILocale: options.locale,
    _dataLocale: options.locale,
    _docUrl: options.documentUrl ?? "",
    _clientMode: options.isReadOnly ? 0 : 1,
    _settings: settings,
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "",
    _appInstanceId: id,
    // RichApiRuntime must not be among them: update() would travel in another form.
    _requirementMatrix: JSON.stringify(options.requirements),
    _hostFullVersion: "16.0.17928.42000",
    _clientWindowWidth: 1280,
    _clientWindowHeight: 800,
    _addinName: options.addinName ?? "add-in",
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 2,
  };
}
