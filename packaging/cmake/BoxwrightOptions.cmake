# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target that every target of ours links: language level, warnings, Qt defines, sanitizers.

add_library(boxwright_options INTERFACE)
target_compile_features(boxwright_options INTERFACE cxx_std_20)
target_include_directories(boxwright_options INTERFACE ${CMAKE_SOURCE_DIR})
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Debian's LibTorch loads Qt 5 through OpenCV; an inline function of Qt 6 that we exported would be taken by it.
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

target_compile_definitions(boxwright_options INTERFACE
    QT_NO_KEYWORDS
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    BOXWRIGHT_VERSION="${PROJECT_VERSION}"
)

option(BOXWRIGHT_WARNINGS_AS_ERRORS "Stop at the first warning" ON)
if(MSVC)
    target_compile_options(boxwright_options INTERFACE /W4 /utf-8 $<$<BOOL:${BOXWRIGHT_WARNINGS_AS_ERRORS}>:/WX>)
else()
    target_compile_options(boxwright_options INTERFACE
        -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual
        $<$<BOOL:${BOXWRIGHT_WARNINGS_AS_ERRORS}>:-Werror>)
endif()

option(BOXWRIGHT_PRECOMPILED "Precompile the headers that most files include: a third of the time" ON)

set(BOXWRIGHT_SANITIZE "" CACHE STRING "Sanitizers for every target, for example address,undefined")
if(BOXWRIGHT_SANITIZE)
    add_compile_options(-fsanitize=${BOXWRIGHT_SANITIZE} -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${BOXWRIGHT_SANITIZE})
endif()

option(BOXWRIGHT_FUZZ "Build tests/fuzz as libFuzzer programs (clang only); use it with BOXWRIGHT_SANITIZE=address" OFF)
if(BOXWRIGHT_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# A compiler cache when there is one; its rules for precompiled headers must be named.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()
