import type { MotoFix } from "./moto-fix";

/**
 * Corrects the error for a role that is removed from an instance profile twice, which happens if a client has lost the first answer. moto
 * answers with status 500, and the provider retries for ten minutes; IAM answers NoSuchEntity. The name of a role that does not exist makes
 * moto give the same answer.
 *
 * Source: IAM API Reference, RemoveRoleFromInstanceProfile; internal/service/iam/instance_profile.go of the AWS provider, which treats it
 * as success.
 */
export const rolesOfProfiles: MotoFix = {
  service: "iam",
  concerns: ({ method }) => method === "POST",
  request: async ({ body, ask }) => {
    const request = new URLSearchParams(body);
    if (request.get("Action") !== "RemoveRoleFromInstanceProfile") return body;
    const [profile = "", role = ""] = ["InstanceProfileName", "RoleName"].map((name) => request.get(name) ?? "");
    const Version = request.get("Version") ?? "";
    const found = await ask(
      new URLSearchParams({ Action: "GetInstanceProfile", Version, InstanceProfileName: profile }).toString(),
    );
    if (!found.includes(`<RoleName>${role}</RoleName>`)) request.set("RoleName", `${role} of ${profile}`);
    return request.toString();
  },
};
