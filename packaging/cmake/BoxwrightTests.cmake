# SPDX-License-Identifier: GPL-3.0-or-later

# boxwright_add_tests(ROOMS room... LIBRARIES target... [PCH target])
# Makes one program of each tests/ROOM/**/*_test.cpp and registers it as ROOM_CLASS.
function(boxwright_add_tests)
    cmake_parse_arguments(arg "" "PCH" "ROOMS;LIBRARIES" ${ARGN})
    foreach(room IN LISTS arg_ROOMS)
        file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${room}/*_test.cpp)
        foreach(source IN LISTS sources)
            get_filename_component(name ${source} NAME_WE)
            string(REGEX REPLACE "_test$" "" subject ${name})
            set(target test_${room}_${subject})
            add_executable(${target} ${source})
            target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} Qt6::Test nlohmann_json::nlohmann_json)
            set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
            # A test that does not name torch does not need its header either, and compiles several times faster.
            file(STRINGS ${source} torch_lines REGEX "torch" LIMIT_COUNT 1)
            if(arg_PCH AND torch_lines)
                target_precompile_headers(${target} REUSE_FROM ${arg_PCH})
                # moc's collection is empty here (tests include their own .moc); spare it seven seconds of header.
                set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp
                    PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
            endif()
            # A test whose name starts with reference_ walks the folder of reference vectors and keeps that name.
            if(subject MATCHES "^reference_")
                set(test_name ${subject})
            else()
                set(test_name ${room}_${subject})
            endif()
            add_test(NAME ${test_name} COMMAND ${target})
            set_tests_properties(${test_name} PROPERTIES
                TIMEOUT 300
                ENVIRONMENT "QT_QPA_PLATFORM=offscreen;BOXWRIGHT_BIN=${CMAKE_BINARY_DIR}/bin;BOXWRIGHT_SOURCE=${CMAKE_SOURCE_DIR};OMP_NUM_THREADS=1")
        endforeach()
    endforeach()
endfunction()
