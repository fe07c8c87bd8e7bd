import { type ComponentReference, documentOf, unpinnedDocumentOf } from "../../src/model/component-reference";

const document = "linux/update-os";
const parameters = {};
const current: ComponentReference = { from: "project", document, parameters };
const pinned: ComponentReference = { ...current, version: "1.0.0" };
const ofAws: ComponentReference = {
  from: "aws",
  type: "component",
  name: "update-linux",
  version: "x.x.x",
  parameters,
};

test("a component of the project has a document, and one of AWS has none", () => {
  expect([current, pinned, ofAws].map(documentOf)).toEqual([document, document, undefined]);
});

test("the text of a pinned version is not known, nor that of a component of AWS", () => {
  expect([current, pinned, ofAws].map(unpinnedDocumentOf)).toEqual([document, undefined, undefined]);
});
