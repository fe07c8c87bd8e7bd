import type { StepExecution, WorkflowExecution } from "./execution";

export interface FoundStep {
  readonly workflow: WorkflowExecution;
  readonly step: StepExecution;
}

/** The workflow executions of one region, in the order in which they began. */
export class Executions {
  private all: WorkflowExecution[] = [];

  add(execution: WorkflowExecution): void {
    this.all.push(execution);
  }

  /** Removes the executions of an image whose record is deleted. A later image may have the same ARN. */
  forget(arn: string): void {
    this.all = this.all.filter(({ imageBuildVersionArn }) => imageBuildVersionArn !== arn);
  }

  ofImage(arn: string): WorkflowExecution[] {
    return this.all.filter(({ imageBuildVersionArn }) => imageBuildVersionArn === arn);
  }

  workflow(id: string): WorkflowExecution | undefined {
    return this.all.find(({ workflowExecutionId }) => workflowExecutionId === id);
  }

  step(id: string): FoundStep | undefined {
    return this.steps().find(({ step }) => step.stepExecutionId === id);
  }

  waiting(): FoundStep[] {
    return this.steps().filter(({ step }) => step.status === "WAITING");
  }

  private steps(): FoundStep[] {
    return this.all.flatMap((workflow) => workflow.steps.map((step) => ({ workflow, step })));
  }
}
