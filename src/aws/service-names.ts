/**
 * Returns the domain of the service endpoints of a partition.
 *
 * Source: AWS General Reference, "Service endpoints"; Amazon ECR and Amazon EC2 in China. Read 2026-11.
 */
export function domainOf(partition: string): string {
  return partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
}

/**
 * Returns the names that an IAM condition must allow for a service. In China, a service can use either domain.
 *
 * Source: IAM User Guide, "AWS service principals"; KMS Developer Guide, "kms:ViaService". Read 2026-11.
 *
 * @param service for example `ec2.us-east-1`
 */
export function serviceNames(partition: string, service: string): string | readonly string[] {
  const name = `${service}.amazonaws.com`;
  return partition === "aws-cn" ? [name, `${name}.cn`] : name;
}
