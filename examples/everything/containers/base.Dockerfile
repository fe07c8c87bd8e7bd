# ${not} %{evaluated} by Terraform
FROM {{{ imagebuilder:parentImage }}}
{{{ imagebuilder:environments }}}
{{{ imagebuilder:components }}}
RUN echo "${HOME}"
