# Writes the files of the page of `gwasg watch` as C: cmake -D OUT=FILE.c -D FROM=FOLDER -P this.
set(c "/* Made of the files of src/watch/page. */\n#include \"watch/page_files.h\"\n")
set(rows "")
foreach(row "watch.html||text/html; charset=utf-8" "used.html|used.html|text/html; charset=utf-8"
            "watch.css|watch.css|text/css; charset=utf-8"
            "watch.js|watch.js|text/javascript; charset=utf-8" "icon.svg|icon.svg|image/svg+xml")
  string(REGEX MATCH "^([^|]*)\\|([^|]*)\\|(.*)$" _ "${row}")
  set(file ${CMAKE_MATCH_1})
  set(name "${CMAKE_MATCH_2}")
  set(type "${CMAKE_MATCH_3}")
  string(MAKE_C_IDENTIFIER ${file} id)
  file(READ ${FROM}/${file} hex HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND c "static const unsigned char ${id}[] = {${bytes}};\n")
  string(APPEND rows "    {\"${name}\", \"${type}\", ${id}, sizeof ${id}},\n")
endforeach()
file(WRITE ${OUT} "${c}const struct page_file page_files[] = {\n${rows}};\nconst size_t page_file_count = sizeof page_files / sizeof page_files[0];\n")
