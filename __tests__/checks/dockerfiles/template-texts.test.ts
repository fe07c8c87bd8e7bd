import { check, edited } from "../../helpers/valid-project";

const file = "dockerfiles/app.Dockerfile";

test.each([
  ["an invisible character", "EXPOSE 80\u200B80", ["5:10 invisible-character"]],
  ["one in a later line", "EXPOSE 8080\nRUN curl 80\u200B80", ["6:12 invisible-character"]],
  ["letters of two scripts", "EXPOSE 8080\nRUN \u0441url --version", ["6:5 mixed-scripts"]],
  ["one in a comment", "EXPOSE 8080\n# 80\u200B80", []],
])("a Dockerfile template with %s is reported at its place", async (_title, to, expected) => {
  const problems = await check(edited({ file, from: "EXPOSE 8080", to }));
  expect(problems.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual(expected);
  expect(problems.map((problem) => problem.file)).toEqual(expected.map(() => file));
});
