// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds per image of reading a header, decoding, and making a thumbnail.
// Usage: bench_image_decode FOLDER [ROUNDS]
#include "core/imaging/image_reader.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace boxwright;

namespace {

template<class Read>
void measure(const char *what, const QStringList &files, int rounds, Read read)
{
    QElapsedTimer clock;
    clock.start();
    int failed = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &file : files)
            failed += read(file) ? 0 : 1;
    }
    const double count = static_cast<double>(files.size()) * rounds;
    std::printf("%-10s %8.3f ms an image (%d failed)\n", what, static_cast<double>(clock.nsecsElapsed()) / 1e6 / count,
                failed);
}

} // namespace

int main(int argumentCount, char **arguments)
{
    if (argumentCount < 2) {
        std::fprintf(stderr, "usage: %s FOLDER [ROUNDS]\n", arguments[0]);
        return 2;
    }
    const int rounds = argumentCount > 2 ? std::max(1, std::atoi(arguments[2])) : 3;
    QElapsedTimer clock;
    clock.start();
    const Result<QStringList> files = findImageFiles(QString::fromLocal8Bit(arguments[1]));
    if (!files || files->isEmpty()) {
        std::fprintf(stderr, "%s\n", files ? "no images" : qPrintable(files.error().message));
        return 1;
    }
    std::printf("%lld files listed in %lld ms\n", static_cast<long long>(files->size()),
                static_cast<long long>(clock.elapsed()));
    measure("header", *files, rounds, [](const QString &file) { return readImageHeader(file).has_value(); });
    measure("decode", *files, rounds, [](const QString &file) { return readImage(file).has_value(); });
    measure("thumbnail", *files, rounds, [](const QString &file) {
        return readImage(file, {}, {128, 128}).has_value();
    });
    return 0;
}
