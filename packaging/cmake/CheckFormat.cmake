# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DCLANG_FORMAT=... -DSOURCE=... -P CheckFormat.cmake: fails and shows where, if a source file is not as
# clang-format would write it. To mend: clang-format -i FILE.
set(patterns)
foreach(top app core tests translations ui)
    list(APPEND patterns ${SOURCE}/${top}/*.h ${SOURCE}/${top}/*.cpp)
endforeach()
file(GLOB_RECURSE files ${patterns})
list(LENGTH files count)
if(count LESS 20)
    message(FATAL_ERROR "Found only ${count} source files below ${SOURCE}")
endif()
execute_process(COMMAND ${CLANG_FORMAT} --dry-run -Werror ${files} RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "Some of ${count} files are not formatted; clang-format -i mends them")
endif()
