// A closed page is gone: what it had asked is answered by nobody, and nobody is told so a minute later.
import { afterEach, expect, jest, test } from "@jest/globals";
import { officeClient } from "./office-client";

afterEach(() => void jest.useRealTimers());

// office.js calls what has no answer after 65 seconds failed: "code 5001", in the midst of whatever test is running by then.
test("a call that is under way when its page is closed does not time out afterwards", async () => {
  jest.useFakeTimers({ doNotFake: ["queueMicrotask", "nextTick", "setImmediate"] });
  const starting = officeClient({ beforeReady: (window) => Object.assign(window, { Date }) });
  await jest.advanceTimersByTimeAsync(5000);
  const client = await starting;
  const told: unknown[] = [];
  client.Office.context.document.addHandlerAsync(
    client.Office.EventType.DocumentSelectionChanged,
    () => undefined,
    ({ status }) => void told.push(status),
  );
  client.close();
  await jest.advanceTimersByTimeAsync(70_000);
  expect(told).toEqual([]);
});
