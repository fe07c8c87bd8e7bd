"""Builds an image with the AWS CLI, reads with boto3 what the build created in other services, and prints it as JSON."""
import json
import subprocess
import sys

import boto3

account = sys.argv[1]
other = "111122223333"


def cli(*args):
    return json.loads(subprocess.run(["aws", *args, "--output", "json"], check=True, capture_output=True).stdout)


iam, ec2, sqs, sns = (boto3.client(name) for name in ["iam", "ec2", "sqs", "sns"])
imagebuilder, events, logs, ssm = (boto3.client(name) for name in ["imagebuilder", "events", "logs", "ssm"])
ireland = boto3.client("ec2", "eu-west-1")
iam.create_instance_profile(InstanceProfileName="build")
template = ec2.create_launch_template(
    LaunchTemplateName="web", LaunchTemplateData={"InstanceType": "t3.micro", "ImageId": "ami-0123456789abcdef0"}
)["LaunchTemplate"]["LaunchTemplateId"]
queue = sqs.create_queue(QueueName="notices")["QueueUrl"]
queue_arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
topic = sns.create_topic(Name="builds")["TopicArn"]
sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=queue_arn, Attributes={"RawMessageDelivery": "true"})
events.put_rule(Name="states", EventPattern=json.dumps({"source": ["aws.imagebuilder"]}))
events.put_targets(Rule="states", Targets=[{"Id": "queue", "Arn": queue_arn}])

document = """schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Install
        action: ExecuteBash
        inputs:
          commands: [dnf install -y nginx]
"""
component = imagebuilder.create_component(name="web", semanticVersion="1.0.0", platform="Linux", data=document)
recipe = imagebuilder.create_image_recipe(
    name="Web Server",
    semanticVersion="1.0.0",
    parentImage="arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x",
    components=[{"componentArn": component["componentBuildVersionArn"]}],
)
infrastructure = imagebuilder.create_infrastructure_configuration(
    name="build", instanceProfileName="build", snsTopicArn=topic, resourceTags={"team": "web"}
)
ami = {"name": "web-{{ imagebuilder:buildDate }}", "amiTags": {"team": "web"}}
parameter = {"parameterName": "/images/web", "dataType": "aws:ec2:image"}
distribution = imagebuilder.create_distribution_configuration(
    name="everywhere",
    distributions=[
        {
            "region": "us-east-1",
            "amiDistributionConfiguration": {
                **ami,
                "targetAccountIds": [other],
                "launchPermission": {"userIds": ["444455556666"]},
            },
            "ssmParameterConfigurations": [parameter, {**parameter, "amiAccountId": other}],
            "launchTemplateConfigurations": [{"launchTemplateId": template, "setDefaultVersion": True}],
        },
        {"region": "eu-west-1", "amiDistributionConfiguration": ami},
    ],
)
pipeline = imagebuilder.create_image_pipeline(
    name="web",
    imageRecipeArn=recipe["imageRecipeArn"],
    infrastructureConfigurationArn=infrastructure["infrastructureConfigurationArn"],
    distributionConfigurationArn=distribution["distributionConfigurationArn"],
)["imagePipelineArn"]

arn = cli("imagebuilder", "start-image-pipeline-execution", "--image-pipeline-arn", pipeline)["imageBuildVersionArn"]
image = cli("imagebuilder", "get-image", "--image-build-version-arn", arn)["image"]

credentials = boto3.client("sts").assume_role(RoleArn=f"arn:aws:iam::{other}:role/reader", RoleSessionName="test")[
    "Credentials"
]
there = boto3.Session(credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials["SessionToken"])
messages = []
while received := sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", []):
    for message in received:
        messages.append(json.loads(message["Body"]))
        sqs.delete_message(QueueUrl=queue, ReceiptHandle=message["ReceiptHandle"])


def images(client):
    return [
        {
            "id": each["ImageId"],
            "name": each["Name"],
            "owner": each["OwnerId"],
            "tags": {tag["Key"]: tag["Value"] for tag in each["Tags"]},
        }
        for each in client.describe_images(Owners=["self"])["Images"]
    ]


default = ec2.describe_launch_template_versions(LaunchTemplateId=template, Versions=["$Default"])
permissions = ec2.describe_image_attribute(
    ImageId=images(ec2)[0]["id"], Attribute="launchPermission"
)["LaunchPermissions"]
print(
    json.dumps(
        {
            "arn": arn,
            "state": image["state"],
            "amis": image["outputResources"]["amis"],
            "here": images(ec2),
            "ireland": images(ireland),
            "there": images(there.client("ec2")),
            "permissions": permissions,
            "parameter": ssm.get_parameter(Name="/images/web")["Parameter"]["Value"],
            "parameter_there": there.client("ssm").get_parameter(Name="/images/web")["Parameter"]["Value"],
            "template": default["LaunchTemplateVersions"][0]["LaunchTemplateData"],
            "instances": [
                {"state": instance["State"]["Name"], "tags": {tag["Key"]: tag["Value"] for tag in instance["Tags"]}}
                for reservation in ec2.describe_instances()["Reservations"]
                for instance in reservation["Instances"]
            ],
            "log": [
                event["message"]
                for event in logs.get_log_events(
                    logGroupName="/aws/imagebuilder/Web Server", logStreamName="1.0.0/1", startFromHead=True
                )["events"]
            ],
            "states": [each["detail"]["state"]["status"] for each in messages if "detail" in each],
            "told": [each["state"]["status"] for each in messages if "versionlessArn" in each],
        }
    )
)
