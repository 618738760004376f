// The worker that reads one file for a page, and says first that it has started.
import { answerTo } from "../read-aside";
import type { ReadRequest } from "../read-book";

addEventListener("message", ({ data }: MessageEvent<ReadRequest>) => void answerTo(data).then((answer) => postMessage(answer)));
postMessage("ready");
