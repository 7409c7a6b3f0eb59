# Writes what the program completes in each shell to where that shell looks for it.
set(share "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/share")
foreach(to bash:bash-completion/completions/gwasg zsh:zsh/site-functions/_gwasg
           fish:fish/vendor_completions.d/gwasg.fish)
  string(REGEX MATCH "^[a-z]+" shell ${to})
  string(REGEX REPLACE "^[a-z]+:" "" path ${to})
  execute_process(COMMAND ${GWASG} completions ${shell} OUTPUT_VARIABLE words
                  COMMAND_ERROR_IS_FATAL ANY)
  message(STATUS "Installing: ${share}/${path}")
  file(WRITE ${share}/${path} "${words}")
endforeach()
