import { BuildSecurityGroup } from "../../src/constructs/build-security-group";
import { resourcesOf } from "../helpers/synthesised";

test("nothing comes in, everything may go out", () => {
  const resources = resourcesOf(
    (stack) => new BuildSecurityGroup(stack, "group", { name: "build", vpcId: "vpc-12345678" }),
  );
  expect(resources.aws_security_group?.build).toMatchObject({ name: "build", vpc_id: "vpc-12345678" });
  expect(resources.aws_security_group?.build).not.toHaveProperty("ingress");
  expect(resources.aws_vpc_security_group_egress_rule?.build).toMatchObject({
    ip_protocol: "-1",
    cidr_ipv4: "0.0.0.0/0",
  });
  expect(Object.keys(resources).sort()).toEqual(["aws_security_group", "aws_vpc_security_group_egress_rule"]);
});
