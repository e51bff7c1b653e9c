# chido::flags carries what every translation unit of ours is compiled with. Libraries come in as SYSTEM
# headers, so that warnings as errors hold for our code alone.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_CXX_FLAGS_RELEASE MATCHES "-O2")
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -g1")
endif()
if(CHIDO_SANITIZE MATCHES "address")
  set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g1")  # optimising what the sanitizers add takes longer than running it
else()
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
endif()

add_library(chido_flags INTERFACE)
add_library(chido::flags ALIAS chido_flags)
target_compile_options(chido_flags INTERFACE -Wall -Wextra -Werror -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports false dangling and restrict errors inside its own headers at -O2.
  target_compile_options(chido_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
else()
  # Clang 19 reads the expected header of GCC 12 only when told that concepts are complete.
  target_compile_options(chido_flags INTERFACE -D__cpp_concepts=202002L -Wno-builtin-macro-redefined
                                               -Wno-macro-redefined)
endif()

find_program(CHIDO_CCACHE ccache)
if(CHIDO_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER "${CHIDO_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CHIDO_CCACHE}")
endif()
find_program(CHIDO_MOLD mold)
if(CHIDO_MOLD)
  add_link_options(-fuse-ld=mold)
endif()

if(CHIDO_SANITIZE)
  add_compile_options(-fsanitize=${CHIDO_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CHIDO_SANITIZE})
endif()
if(CHIDO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()
if(CHIDO_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
