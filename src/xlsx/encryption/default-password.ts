// A password that is none: it stands on books whose structure is protected.

/** The password that Excel tries before it asks anybody ([MS-OFFCRYPTO] 2.3.4.10). */
export const defaultPassword = "VelvetSweatshop";
