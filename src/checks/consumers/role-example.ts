import { environmentText } from "../../definitions/example-texts";
import type { Example } from "../../problems/rule";
import { both, receiving, receivingWith } from "./example";

const toEachRegion = `    distribute:
      - region: us-east-1
        copyTo: { accounts: ["111122223333"] }
      - region: eu-west-1
        copyTo: { accounts: ["111122223333"] }
`;
const lifecycle = "lifecycle:\n  old: { images: [base], rules: [{ action: delete, keep: 5 }] }\n";

/** An account with two environments, each of which receives copies in its region; `consumer` stands below that of the second. */
export function twoReceivers(consumer: string, { cleans = false } = {}): Example {
  const dev = environmentText({ images: { base: toEachRegion }, more: cleans ? lifecycle : "" });
  return {
    ...both(dev, receiving),
    "environments/web.yaml": receivingWith({ region: "eu-west-1", consumer }),
  };
}

/** An environment that builds and deletes old images, and one that receives copies; `consumer` stands below its consumer. */
export function cleanedReceiver(consumer: string): Example {
  const images = {
    base: '    distribute:\n      - region: us-east-1\n        copyTo: { accounts: ["111122223333"] }\n',
  };
  return both(environmentText({ images, more: lifecycle }), receivingWith({ consumer }));
}
