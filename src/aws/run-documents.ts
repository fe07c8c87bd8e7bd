/**
 * Documents of Systems Manager that Image Builder runs on build and test instances.
 *
 * Source: AWS managed policy AWSServiceRoleForImageBuilder, ssm:SendCommand.
 */
export const runDocuments: readonly string[] = ["AWS-RunShellScript", "AWS-RunPowerShellScript", "AWSEC2-RunSysprep"];
