import { answerStep } from "../../../src/operations/builds/answer-step";
import { fakeConnection, serviceError } from "../fake-connection";

const build = "arn:aws:imagebuilder:us-east-1:123456789012:image/web/1.0.0/1";
const workflow = "arn:aws:imagebuilder:us-east-1:aws:workflow/test/test-image/1.0.0/1";

interface Step {
  readonly id: string;
  readonly name?: string;
  readonly action?: string;
  readonly status?: string;
}

async function answer(steps: readonly Step[], step?: string, refusal?: Error) {
  const sent: unknown[] = [];
  const connection = fakeConnection({
    ListWorkflowExecutionsCommand: () => ({
      workflowExecutions: [
        { workflowExecutionId: "wf-1", type: "TEST", status: "RUNNING", workflowBuildVersionArn: workflow },
      ],
    }),
    ListWorkflowStepExecutionsCommand: () => ({
      steps: steps.map(({ id, name = "Approve", action = "WaitForAction", status = "RUNNING" }) => ({
        stepExecutionId: id,
        name,
        action,
        status,
      })),
    }),
    SendWorkflowStepActionCommand: (input) => {
      if (refusal !== undefined) throw refusal;
      sent.push(input);
      return {};
    },
  });
  const answered = await answerStep(connection, build, { action: "STOP", reason: "no", step, clientToken: "token" });
  return { answered: answered.id, sent };
}

describe("the answer to a step that waits", () => {
  it("goes to the only one that waits, among those that do not", async () => {
    const others = [
      { id: "step-1", status: "COMPLETED" },
      { id: "step-2", action: "ExecuteComponents" },
      { id: "step-3", status: "PENDING" },
    ];
    expect(await answer([...others, { id: "step-4" }])).toEqual({
      answered: "step-4",
      sent: [
        {
          stepExecutionId: "step-4",
          imageBuildVersionArn: build,
          action: "STOP",
          reason: "no",
          clientToken: "token",
        },
      ],
    });
  });

  it("goes to one with the documented status, whatever its action", async () => {
    expect((await answer([{ id: "step-1", action: "Other", status: "WAITING" }])).answered).toBe("step-1");
  });

  it.each([undefined, "Approve"])("is refused where none waits (--step %s)", async (step) => {
    for (const steps of [[], [{ id: "step-1", status: "COMPLETED" }]])
      await expect(answer(steps, step)).rejects.toThrow("no step of this build waits for an answer");
  });

  const two = [{ id: "step-1" }, { id: "step-2", name: "Security" }];

  it("needs a name where several wait", async () => {
    await expect(answer(two)).rejects.toThrow('several steps wait: "Approve" (step-1), "Security" (step-2)');
    expect((await answer(two, "Security")).answered).toBe("step-2");
  });

  it("needs an id where several of that name wait", async () => {
    const same = [{ id: "step-1" }, { id: "step-2" }];
    await expect(answer(same, "Approve")).rejects.toThrow("name one with --step, by its name or id");
    expect((await answer(same, "step-2")).answered).toBe("step-2");
  });

  it("is refused where another waits than the one that is named", async () => {
    await expect(answer(two, "Legal")).rejects.toThrow(
      'no step "Legal" waits for an answer; these do: "Approve" (step-1), "Security" (step-2)',
    );
  });

  it("passes on what the service refuses", async () => {
    const refusal = serviceError("ResourceInUseException", 409);
    await expect(answer([{ id: "step-1" }], undefined, refusal)).rejects.toBe(refusal);
  });
});
