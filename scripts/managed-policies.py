"""Generates __tests__/fixtures/managed-policies.json, the texts of AWS's managed policies, from the copy in moto.

    python3 scripts/managed-policies.py > __tests__/fixtures/managed-policies.json

moto contains all managed policies, with the dates of their versions. A newer moto contains newer versions.
"""

import json
import sys

import moto
from moto.iam.aws_managed_policies import aws_managed_policies_data

NAMES = [
    "AWSServiceRoleForImageBuilder",
    "AmazonSSMManagedInstanceCore",
    "EC2FastLaunchFullAccess",
    "EC2ImageBuilderLifecycleExecutionPolicy",
    "EC2InstanceProfileForImageBuilder",
    "EC2InstanceProfileForImageBuilderECRContainerBuilds",
    "Ec2ImageBuilderCrossAccountDistributionAccess",
]

policies = json.loads(aws_managed_policies_data)
json.dump(
    {
        "from": f"moto {moto.__version__}, scripts/managed-policies.py",
        "policies": {
            name: {
                "arn": f"arn:aws:iam::aws:policy{policies[name]['Path']}{name}",
                "version": policies[name]["DefaultVersionId"],
                "updated": policies[name]["UpdateDate"][:10],
                "statements": policies[name]["Document"]["Statement"],
            }
            for name in NAMES
        },
    },
    sys.stdout,
    indent=2,
)
print()
