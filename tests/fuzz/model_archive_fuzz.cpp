// SPDX-License-Identifier: GPL-3.0-or-later
// A tar that claims to hold a model: what reads is whole, and its network can be looked at.
#include "core/sagemaker/model_artifact.h"
#include "core/sagemaker/ssd_recognition.h"
#include "tests/fuzz/fuzz_check.h"

#include <QFile>
#include <QTemporaryDir>

using namespace boxwright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const QTemporaryDir folder; // one file, written anew each time
    const QString path = folder.filePath(QStringLiteral("model.tar.gz"));
    QFile file(path);
    fuzzCheck(file.open(QIODevice::WriteOnly), "the file can be written");
    file.write(reinterpret_cast<const char *>(data), qint64(size));
    file.close();
    const Result<ModelArtifact> artifact = readModelArtifact(path);
    if (!artifact) {
        fuzzCheck(!artifact.error().message.isEmpty(), "a refusal says why");
        return 0;
    }
    for (const TensorView &tensor : artifact->params.tensors())
        fuzzCheck(tensor.isNone() ||
                      elementCount(tensor.shape).value_or(-1) * elementSize(tensor.type) == tensor.bytes.size(),
                  "an array's bytes fit its shape");
    const std::optional<RecognizedSsd> recognized = recognizeSsd(*artifact);
    if (recognized)
        (void)hyperparameterConflict(*artifact, *recognized);
    (void)artifactImageShape(*artifact);
    return 0;
}
