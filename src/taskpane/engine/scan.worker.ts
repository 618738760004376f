// The worker that reads pictures of slips, so that neither the pane nor the engine waits for them.
import { expose } from "comlink";
import { carryErrors } from "./errors-across";
import { ScanDesk } from "./scan-desk";

carryErrors();
expose(new ScanDesk());
