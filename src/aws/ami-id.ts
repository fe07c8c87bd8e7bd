/** The id of an AMI. Source: EC2 User Guide, "Amazon EC2 resource IDs": 8 or 17 hexadecimal digits. */
export const amiIdPattern = /^ami-([0-9a-f]{8}|[0-9a-f]{17})$/;

/** The shape of an AMI id, as messages describe it. */
export const amiIdShape = "an AMI id: ami- and 8 or 17 hexadecimal digits";
