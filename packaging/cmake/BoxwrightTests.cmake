# SPDX-License-Identifier: GPL-3.0-or-later

# Tests are compiled more often than they run. Those that link LibTorch are left out: Debian's brings Qt 5 along, which
# would take Qt 6's inline functions for its own where a program holds them.
set(BOXWRIGHT_TEST_OPTIONS $<$<NOT:$<CXX_COMPILER_ID:MSVC>>:-O0>)

# Registers one test of COMMAND, named after room and subject. A test whose name starts with reference_ walks the folder
# of reference vectors and keeps that name.
function(boxwright_register_test room subject)
    set(test_name ${room}_${subject})
    if(subject MATCHES "^reference_")
        set(test_name ${subject})
    endif()
    add_test(NAME ${test_name} COMMAND ${ARGN})
    set_tests_properties(${test_name} PROPERTIES
        TIMEOUT 300
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;BOXWRIGHT_BIN=${CMAKE_BINARY_DIR}/bin;BOXWRIGHT_SOURCE=${CMAKE_SOURCE_DIR};OMP_NUM_THREADS=1")
endfunction()

# boxwright_precompile_test_headers(NAME target LIBRARIES target...)
# A target that does nothing but precompile what tests include, for the tests that link the same libraries.
function(boxwright_precompile_test_headers)
    cmake_parse_arguments(arg "" "NAME" "LIBRARIES" ${ARGN})
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/${arg_NAME}.cpp "")
    add_library(${arg_NAME} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${arg_NAME}.cpp)
    target_link_libraries(${arg_NAME} PRIVATE ${arg_LIBRARIES} Qt6::Test nlohmann_json::nlohmann_json)
    target_precompile_headers(${arg_NAME} PRIVATE <QTest> <QTemporaryDir> <QSignalSpy> <QStringList> <nlohmann/json.hpp>
        <tl/expected.hpp>)
    set_target_properties(${arg_NAME} PROPERTIES AUTOMOC OFF)
    target_compile_options(${arg_NAME} PRIVATE ${BOXWRIGHT_TEST_OPTIONS})
endfunction()

# boxwright_add_tests(ROOMS room... LIBRARIES target... PCH target)
# Makes one program of each tests/ROOM/**/*_test.cpp and registers it as ROOM_CLASS.
function(boxwright_add_tests)
    cmake_parse_arguments(arg "" "PCH" "ROOMS;LIBRARIES" ${ARGN})
    foreach(room IN LISTS arg_ROOMS)
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${room}/*_test.cpp)
        boxwright_add_test_programs(${room} "${sources}" "${arg_LIBRARIES}" "${arg_PCH}")
    endforeach()
endfunction()

function(boxwright_add_test_programs room sources libraries pch)
    foreach(source IN LISTS sources)
        get_filename_component(name ${source} NAME_WE)
        string(REGEX REPLACE "_test$" "" subject ${name})
        set(target test_${room}_${subject})
        add_executable(${target} ${source})
        target_link_libraries(${target} PRIVATE ${libraries} Qt6::Test nlohmann_json::nlohmann_json)
        if(pch)
            target_compile_options(${target} PRIVATE ${BOXWRIGHT_TEST_OPTIONS})
        endif()
        if(pch AND BOXWRIGHT_PRECOMPILED)
            target_precompile_headers(${target} REUSE_FROM ${pch})
            set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp
                PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
        endif()
        set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        boxwright_register_test(${room} ${subject} ${target})
    endforeach()
endfunction()

# boxwright_add_torch_tests(ROOM room LIBRARIES target... PCH target)
# The same for a room that knows torch. Whoever includes its header pays half a minute of compiling, whatever he does with
# it: so the tests that name torch are compiled some at a time, into one program that is told which class to run. What
# they keep to themselves in unnamed namespaces must be named differently. The others are programs of their own.
function(boxwright_add_torch_tests)
    cmake_parse_arguments(arg "" "ROOM;PCH" "LIBRARIES" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${arg_ROOM}/*_test.cpp)
    set(target test_${arg_ROOM})
    set(torch_sources)
    foreach(source IN LISTS sources)
        file(STRINGS ${source} torch_lines REGEX "torch" LIMIT_COUNT 1)
        if(torch_lines)
            list(APPEND torch_sources ${source})
        endif()
    endforeach()
    list(REMOVE_ITEM sources ${torch_sources})
    boxwright_add_test_programs(${arg_ROOM} "${sources}" "${arg_LIBRARIES}" "")

    set(chooser ${CMAKE_SOURCE_DIR}/tests/support/test_chooser.cpp)
    add_executable(${target} ${chooser} ${torch_sources})
    target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} Qt6::Test nlohmann_json::nlohmann_json)
    target_precompile_headers(${target} REUSE_FROM ${arg_PCH})
    set_source_files_properties(${chooser} ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON SKIP_UNITY_BUILD_INCLUSION ON)
    set_target_properties(${target} PROPERTIES
        RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests
        UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 6
        UNITY_BUILD_CODE_BEFORE_INCLUDE "#include \"tests/support/test_chooser.h\"")
    foreach(source IN LISTS torch_sources)
        get_filename_component(name ${source} NAME_WE)
        string(REGEX REPLACE "_test$" "" subject ${name})
        file(STRINGS ${source} main REGEX "^QTEST_GUILESS_MAIN" LIMIT_COUNT 1)
        string(REGEX REPLACE ".*\\((.*)\\).*" "\\1" class "${main}")
        if(NOT class)
            message(FATAL_ERROR "${source} has no QTEST_GUILESS_MAIN, by which it would be chosen.")
        endif()
        boxwright_register_test(${arg_ROOM} ${subject} ${target} ${class})
    endforeach()
endfunction()
