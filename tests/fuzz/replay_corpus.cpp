// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for libFuzzer's main(): gives every file of the folders named on the command line to the target.
#include <QDirIterator>
#include <QFile>

#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

int main(int argumentCount, char **arguments)
{
    int count = 0;
    for (int i = 1; i < argumentCount; ++i) {
        QDirIterator files(QString::fromLocal8Bit(arguments[i]), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                return EXIT_FAILURE;
            const QByteArray bytes = file.readAll();
            LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()));
            ++count;
        }
    }
    std::printf("%d files\n", count);
    return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
