import type { MotoFix } from "./moto-fix";

/**
 * moto fails with a 500 where a role is taken out of an instance profile for the second time, as a client does that has lost the first answer, and
 * the provider tries for ten minutes. IAM says NoSuchEntity. A name that no role has makes moto say so.
 *
 * Source: IAM API Reference, RemoveRoleFromInstanceProfile; internal/service/iam/instance_profile.go of the AWS provider, which takes it for done.
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
