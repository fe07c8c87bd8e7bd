import { environmentText } from "../../definitions/example-texts";
import type { Example } from "../../problems/rule";
import { both, consumerText, consumerWith } from "./example";

const toEachRegion = `    distribute:
      - region: us-east-1
        copyTo: { accounts: ["111122223333"] }
      - region: eu-west-1
        copyTo: { accounts: ["111122223333"] }
`;
const lifecycle = "lifecycle:\n  old: { images: [base], rules: [{ action: delete, keep: 5 }] }\n";

/**
 * Returns a project with two environments of one account that receive copies, each in its region. `consumer` is added below the key
 * `consumer` of the second.
 */
export function twoConsumers(consumer: string, { cleans = false } = {}): Example {
  const dev = environmentText({ images: { base: toEachRegion }, more: cleans ? lifecycle : "" });
  return {
    ...both(dev, consumerText),
    "environments/web.yaml": consumerWith({ region: "eu-west-1", consumer }),
  };
}

/**
 * Returns a project with an environment that builds and deletes images, and an environment that receives copies. `consumer` is added below
 * its key `consumer`.
 */
export function cleanedConsumer(consumer: string): Example {
  const images = {
    base: '    distribute:\n      - region: us-east-1\n        copyTo: { accounts: ["111122223333"] }\n',
  };
  return both(environmentText({ images, more: lifecycle }), consumerWith({ consumer }));
}
