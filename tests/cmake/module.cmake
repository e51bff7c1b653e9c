# chido_module(NAME graph_store SOURCES a.cc [DEPS chido::graph_base] [EXTERNAL RocksDB::rocksdb])
# Static library chido_<NAME> with alias chido::<NAME>. DEPS name lower layers only (a test reads the includes);
# EXTERNAL libraries stay private to the module.
function(chido_module)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;DEPS;EXTERNAL")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_NAME OR NOT arg_SOURCES)
    message(FATAL_ERROR "chido_module(${arg_NAME}): bad arguments ${arg_UNPARSED_ARGUMENTS}")
  endif()
  add_library(chido_${arg_NAME} STATIC ${arg_SOURCES})
  add_library(chido::${arg_NAME} ALIAS chido_${arg_NAME})
  target_include_directories(chido_${arg_NAME} PUBLIC ${PROJECT_SOURCE_DIR})
  target_link_libraries(chido_${arg_NAME} PUBLIC ${arg_DEPS} PRIVATE chido::flags ${arg_EXTERNAL})
endfunction()

# Builds what the tests labelled `unit` need, and nothing else.
add_custom_target(unit_tests)

# chido_test(NAME graph_base SOURCES a_test.cc DEPS chido::graph_base [EXTERNAL ...] [LABELS unit])
# One GoogleTest program per layer; ctest lists each test of it.
function(chido_test)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "NAME" "SOURCES;DEPS;EXTERNAL;LABELS")
  if(arg_UNPARSED_ARGUMENTS OR NOT arg_NAME OR NOT arg_SOURCES)
    message(FATAL_ERROR "chido_test(${arg_NAME}): bad arguments ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT arg_LABELS)
    set(arg_LABELS unit)
  endif()
  add_executable(${arg_NAME}_test ${arg_SOURCES})
  target_include_directories(${arg_NAME}_test PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${arg_NAME}_test PRIVATE CHIDO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${arg_NAME}_test PRIVATE ${arg_DEPS} chido::flags ${arg_EXTERNAL}
                                                 GTest::gmock GTest::gtest_main)
  add_test(NAME ${arg_NAME} COMMAND ${arg_NAME}_test)
  set_tests_properties(${arg_NAME} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 600)
  if("unit" IN_LIST arg_LABELS)
    add_dependencies(unit_tests ${arg_NAME}_test)
  endif()
endfunction()
