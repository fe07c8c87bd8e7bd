/** The default Dockerfile template of containers: the minimum that Image Builder requires. */
export const defaultDockerfile = `FROM {{{ imagebuilder:parentImage }}}
{{{ imagebuilder:environments }}}
{{{ imagebuilder:components }}}
`;
