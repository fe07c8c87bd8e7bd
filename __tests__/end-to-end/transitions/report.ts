import Table from "cli-table3";

const rows: [string, string, string][] = [];

/** Report of the transitions that a test file has tried, for readers of its output. */
export const report = {
  async tried<T>(names: readonly string[], direction: string, attempt: () => Promise<T>): Promise<T> {
    const say = (outcome: string): void =>
      void rows.push(...names.map((name) => [name, direction, outcome] as [string, string, string]));
    try {
      const result = await attempt();
      say("as it should be");
      return result;
    } catch (error) {
      say("FAILED");
      throw error;
    }
  },
  print(title: string): void {
    const table = new Table({
      head: ["transition", "way", "outcome"],
      style: { head: [], border: [] },
      colWidths: [90, 12, 18],
      wordWrap: true,
    });
    table.push(...rows);
    process.stdout.write(`\n${title}: ${rows.length}\n${table.toString()}\n`);
  },
};
