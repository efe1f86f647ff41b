// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/device_choice.h"
#include "core/detect/training.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace boxwright {

/// Where a training computes: the processor's cores, the GPU where there is one, and mixed precision where that is
/// faster. What was chosen is remembered for this computer. GUI thread.
class DeviceChooser : public QWidget
{
    Q_OBJECT

public:
    explicit DeviceChooser(QWidget *parent = nullptr);

    /// What there is to choose from, the processor first; it is found out late, since that loads the detector's engine.
    void setDevices(const std::vector<ComputeDevice> &devices);

    [[nodiscard]] int threads() const;
    /// Where the automatic choice falls on a GPU, that one.
    [[nodiscard]] DeviceChoice device() const;
    [[nodiscard]] ComputePrecision precision() const;

Q_SIGNALS:
    void changed();

private:
    void build();
    void showPrecision();
    [[nodiscard]] bool isMixedFaster() const;

    std::vector<ComputeDevice> m_devices;
    QComboBox *m_device = nullptr;
    QWidget *m_deviceRow = nullptr;
    QSpinBox *m_threads = nullptr;
    QCheckBox *m_mixed = nullptr;
};

} // namespace boxwright
