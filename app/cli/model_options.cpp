// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_options.h"

#include "app/cli/device_option.h"
#include "core/sagemaker/model_artifact.h"
#include "core/session/class_names.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelOptions)
};

constexpr int kMostThreads = 1024;

} // namespace

Result<QStringList> classNamesFrom(const QString &word)
{
    if (word.isEmpty())
        return QStringList();
    if (!QFileInfo(word).isFile()) {
        QStringList names;
        for (const QString &name : word.split(QLatin1Char(',')))
            names << name.trimmed();
        return names;
    }
    return readClassNames(word);
}

void ModelOptions::setUp(Options &options, bool isRequired)
{
    options.text({"--model", "MODEL", Text::tr("Folder of the model, or SageMaker's model.tar.gz"), isRequired},
                 m_model);
    options.text({"--classes", "NAMES",
                  Text::tr("Class names of a model that has none: a,b,c or a project, a manifest, a file of names")},
                 m_classes);
    options.choice({"--preprocess", "P", Text::tr("How a model of the cloud takes pixels (told from the model)")},
                   pixelInputNames(), m_pixels);
    setUpDevice(options, m_device);
    setUpPrecision(options, m_precision);
    options.integer({"--threads", "N", Text::tr("Threads to use; 0: one fewer than cores")}, 0, kMostThreads,
                    m_threads);
}

Result<std::unique_ptr<Detector>> ModelOptions::open(const QStringList &fallback) const
{
    const Result<QStringList> names = classNamesFrom(m_classes);
    if (!names)
        return failure(names.error());
    if ((!m_classes.isEmpty() || !m_pixels.isEmpty()) && !isModelArtifact(m_model))
        return failure(Text::tr("%1 is a model of this program and knows its classes and pixels: --classes and "
                                "--preprocess are for models of the cloud.")
                           .arg(m_model));
    const Result<DeviceChoice> device = deviceFrom(m_device);
    if (!device)
        return failure(device.error());
    OpenOptions options{int(m_threads), *device, precisionFrom(m_precision), {*names, pixelInputFromName(m_pixels)}};
    const Result<DetectorBackend *> backend = detectorBackend();
    if (!backend)
        return failure(backend.error());
    Result<std::unique_ptr<Detector>> detector = (*backend)->openDetector(m_model, options);
    if (!detector || (*detector)->info().hasClassNames || fallback.size() != (*detector)->info().classes.size())
        return detector;
    options.settings.classes = fallback;
    return (*backend)->openDetector(m_model, options);
}

} // namespace boxwright::cli
