import { allRules } from "../../src/checks/all-rules";
import { documentRules } from "../../src/documents/rules";
import { severityOf } from "../../src/problems/rule";

const errors = allRules.filter(({ refusedBy }) => refusedBy !== undefined);
const ofOthers = errors.filter(({ refusedBy }) => refusedBy !== "project");

/** Where it can be read that somebody refuses something: a page, an API, the words of a message, or who met it. */
const place =
  /https:\/\/|\bAPI\b|(service|EC2 service) message "|message of awstoe|(issues?|pull requests?) \d+.* of [\w-]+\/|User Guide|Developer Guide|Dockerfile reference|General Reference|Terraform|AWS provider/;

describe("the source of an error", () => {
  it.each(ofOthers)("says where its refusal can be read: $code", ({ source }) => {
    expect(source).toMatch(place);
  });

  it.each(errors)("is there, and no guess: $code", ({ source, sourceInDocuments = source }) => {
    for (const text of [source, sourceInDocuments]) {
      expect(text.length).toBeGreaterThan(10);
      expect(text).not.toMatch(/guess|inference|presumabl|probabl|likely/i);
    }
  });

  /** A quota that AWS raises on request refuses nothing for good. */
  it.each(ofOthers)("is no quota, nor is what it says: $code", ({ source, summary }) => {
    expect(`${source} ${summary}`).not.toMatch(/quota of|quotas of|default limit|on request/i);
  });

  /** What this program alone refuses in definitions, it does not refuse in documents for itself. */
  it.each(documentRules.filter(({ sourceInDocuments }) => sourceInDocuments !== undefined))(
    "has a refuser in documents where it is another one there: $code",
    (rule) => {
      const { severityInDocuments = severityOf(rule), refusedByInDocuments } = rule;
      expect(refusedByInDocuments !== undefined).toBe(severityInDocuments === "error");
    },
  );
});
