// The program that reads one file for the command line: the file comes in on standard input, its sheets leave on channel 3.
import { Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import { deserialize, serialize } from "node:v8";
import { answerTo } from "../xlsx/read-aside";
import type { ReadRequest } from "../xlsx/read-book";

const request = deserialize(await buffer(process.stdin)) as ReadRequest;
new Socket({ fd: 3 }).end(serialize(await answerTo(request)));
