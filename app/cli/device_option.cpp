// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/device_option.h"

#include <QCoreApplication>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(DeviceOption)
};

const QString kMixed = QStringLiteral("mixed");

} // namespace

void setUpDevice(Options &options, QString &word)
{
    options.text({"--device", "D",
                  Text::tr("Where to compute: auto (a GPU where there is one), cpu, cuda, cuda:1, cuda:0,1, cuda:all")},
                 word);
}

Result<DeviceChoice> deviceFrom(const QString &word)
{
    if (word.isEmpty())
        return DeviceChoice();
    Result<DeviceChoice> choice = DeviceChoice::parse(word);
    if (!choice)
        return failure(QStringLiteral("--device: ") + choice.error().message);
    return choice;
}

void setUpPrecision(Options &options, QString &word)
{
    options.choice({"--precision", "P",
                    Text::tr("What convolutions compute in (float32); mixed: bfloat16, where the device is faster")},
                   {QStringLiteral("float32"), kMixed}, word);
}

ComputePrecision precisionFrom(const QString &word)
{
    return word == kMixed ? ComputePrecision::Mixed : ComputePrecision::Float32;
}

} // namespace boxwright::cli
