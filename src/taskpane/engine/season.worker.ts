// The worker: the engine on a thread of its own, so that the pane never freezes.
import { expose } from "comlink";
import { Engine } from "./engine";
import { carryErrors } from "./errors-across";
import { RemoteEngine } from "./remote-engine";

carryErrors();
expose(new RemoteEngine(new Engine()));
